/* Writing as an exercise of its own. */

import { exercise } from "../../page/kit.js";
import { body } from "./body.js";

export default { render: exercise(body) };

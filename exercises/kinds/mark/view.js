/* Marking words as an exercise of its own; kinds that use it for other things take its body. */

import { exercise } from "../../page/kit.js";
import { takeaway } from "../../page/takeaway.js";
import { body } from "./body.js";

export default { render: exercise(body, takeaway) };

"""What every view shares in the browser, and how a view is joined with what it imports."""

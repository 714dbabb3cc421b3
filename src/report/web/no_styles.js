/* vis-timeline adds style elements as it is loaded; they repeat its style sheet, which the page has, and the page's policy
   would not let them. Until report.js takes this back, such elements are made as templates, which do nothing. */
"use strict";
document.createElement = function (name, options) {
  return Document.prototype.createElement.call(this, name === "style" ? "template" : name, options);
};

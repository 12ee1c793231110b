// Rules for the pages' HTML. An exception has its reason beside it.
module.exports = {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    "aria-label-misuse": ["error", { allowAnyNamable: true }], // a list may be named by its heading
    "attribute-boolean-style": "off", // the sanitiser writes checked="", which means the same
    "doctype-style": "off", // lower case means the same
    "long-title": "off", // titles are what people wrote
    "prefer-native-element": ["error", { exclude: ["region"] }], // a frame that scrolls is no section of a text
    "require-sri": "off", // no file comes from another host
    "tel-non-breaking": "off", // what was typed is what is seen
    "valid-id": ["error", { relaxed: true }], // anchors of notes are hexadecimal digits
  },
};

// Unpack the code block and run each script of it; the page's policy lists their hashes.
(function () {
"use strict";
var say = function (why) {
  var note = document.createElement("p");
  note.className = "im-noscript";
  note.textContent = "This map cannot be shown: " + why;
  document.body.prepend(note);
};
if (typeof DecompressionStream === "undefined") {
  say("it needs a browser of 2023 or later.");
  return;
}
var packed = atob(document.getElementById("im-code").textContent);
var bytes = new Uint8Array(packed.length);
for (var i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text().then(function (all) {
  all.split("\0").forEach(function (code) {
    var script = document.createElement("script");
    script.textContent = code;
    document.head.appendChild(script);
  });
}).catch(function (error) { say(error.message); });
})();

// Unpack the code block and run each script of it; in a page of its own, the policy lists their hashes.
(function () {
"use strict";
var here = document.currentScript, codeId = here.dataset.imCode, runId = here.dataset.imRun;
var waiting = window.incidentMapperWaiting = window.incidentMapperWaiting || [];
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
var run = function (id) {
  var packed = atob(document.getElementById(id).textContent);
  var bytes = new Uint8Array(packed.length);
  for (var i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text().then(function (all) {
    all.split("\0").forEach(function (code) {
      var script = document.createElement("script");
      script.textContent = code;
      document.head.appendChild(script);
    });
  }).catch(function (error) { say(error.message); });
};
if (runId) waiting.push(runId);
var flush = function () { while (waiting.length) run(waiting.shift()); };
// Of several maps in a page, the first that carries the code runs it for all.
if (window.IncidentMapper) flush();
else if (codeId && !window.incidentMapperLoading) {
  window.incidentMapperLoading = true;
  run(codeId).then(flush);
}
})();

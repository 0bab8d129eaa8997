// The draft of a survey on the person's own device. It is kept only when it was asked for in this tab, and for a few days.
// Written for browsers of 2018.
(function () {
  'use strict';
  var prefix = 'ita-draft ';
  var asked = 'ita-draft-asked';

  function forgetOld(store, now) {
    for (var at = store.length - 1; at >= 0; at--) {
      var name = store.key(at);
      if (name.indexOf(prefix) === 0) {
        var draft = read(store, name);
        if (!draft || draft.until < now) { store.removeItem(name); }
      }
    }
  }

  function read(store, name) {
    try { return JSON.parse(store.getItem(name)); } catch (fault) { return null; }
  }

  function answersOf(form) {
    var answers = {};
    for (var at = 0; at < form.elements.length; at++) {
      var field = form.elements[at];
      if (/^[A-Za-z]+[0-9]+(\.[0-9]+)?$/.test(field.name) && (field.type === 'hidden' || field.checked)) {
        answers[field.name] = field.value;
      }
    }
    return answers;
  }

  function offerToSave(box, form, key) {
    var choice = box.querySelector('input');
    var remove = box.querySelector('button');
    function save() {
      remove.hidden = !choice.checked;
      if (choice.checked) {
        sessionStorage.setItem(asked, key);
        localStorage.setItem(key, JSON.stringify({
          until: Date.now() + box.getAttribute('data-days') * 86400000, mark: box.getAttribute('data-mark'), answers: answersOf(form)
        }));
      }
    }
    function forget() {
      choice.checked = false;
      remove.hidden = true;
      sessionStorage.removeItem(asked);
      localStorage.removeItem(key);
    }
    choice.checked = sessionStorage.getItem(asked) === key;
    choice.addEventListener('change', function () { if (choice.checked) { save(); } else { forget(); } });
    form.addEventListener('change', save);
    remove.addEventListener('click', forget);
    box.hidden = false;
    save();
  }

  function offerToUse(box, form, key) {
    // A new beginning: its answers do not replace the draft unless it is asked for again.
    if (Object.keys(answersOf(form)).length === 0) { sessionStorage.removeItem(asked); }
    var draft = read(localStorage, key);
    if (!draft || draft.mark !== box.getAttribute('data-mark')) { return; }
    form.addEventListener('submit', function () {
      if (!box.hidden && box.querySelector('input').checked) {
        sessionStorage.setItem(asked, key);
        Object.keys(draft.answers).forEach(function (name) {
          if (form.elements[name]) { return; }
          var field = document.createElement('input');
          field.type = 'hidden';
          field.name = name;
          field.value = draft.answers[name];
          form.appendChild(field);
        });
      }
    });
    box.querySelector('button').addEventListener('click', function () {
      localStorage.removeItem(key);
      box.hidden = true;
    });
    box.hidden = false;
  }

  var box = document.querySelector('[data-draft]');
  if (!box) { return; }
  try {
    var key = box.getAttribute('data-key');
    var use = box.getAttribute('data-draft');
    var form = document.querySelector('main form');
    forgetOld(localStorage, Date.now());
    if (use === 'save') { offerToSave(box, form, key); }
    if (use === 'use') { offerToUse(box, form, key); }
    if (use === 'forget') { localStorage.removeItem(key); sessionStorage.removeItem(asked); }
  } catch (fault) {
    // The browser keeps nothing for this site: there is no draft.
    box.hidden = true;
  }
})();

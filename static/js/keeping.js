/* Text kept in this browser until the server has it: encrypted (AES-GCM), with a key that the server gives to whoever
   is signed in and that never stands in the browser's storage. Without sign-in, or as somebody else, nobody reads it.

   sociaal.keeping: able (false in a browser without the means), owner(), put(id, text), remove(id), mine(), others().
   `mine` gives what this person has here, oldest first; `others` how many texts of others lie here. */
"use strict";

(() => {
  const settings = document.getElementById("autosave");
  if (!settings || !window.sociaal) return;

  const able = Boolean(window.isSecureContext && window.indexedDB && window.crypto && window.crypto.subtle && navigator.locks);
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  let opened = null;
  let unlocking = null;

  class Unreachable extends Error {}

  const database = () => {
    opened ??= new Promise((resolve, reject) => {
      const asked = indexedDB.open("sociaal", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore("texts", { keyPath: "id" });
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    return opened;
  };

  const inStore = async (mode, work) => {
    const transaction = (await database()).transaction("texts", mode);
    const asked = work(transaction.objectStore("texts"));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  };

  const fetchKey = async () => {
    const answer = await fetch(settings.dataset.key, { redirect: "manual", cache: "no-store" });
    if (!answer.ok) throw new Unreachable();
    const { key, owner } = await answer.json();
    const raw = Uint8Array.from(atob(key), (sign) => sign.charCodeAt(0));
    const cipher = able ? await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]) : null;
    return { owner, cipher };
  };

  const unlock = () => {
    unlocking ??= fetchKey().catch((error) => {
      unlocking = null;
      throw error;
    });
    return unlocking;
  };

  /* Bound to its place: a text cannot be passed off as another's, or as that of another form. */
  const sealed = (iv, owner, id) => ({ name: "AES-GCM", iv, additionalData: encoder.encode(`${owner} ${id}`) });

  const put = async (id, text) => {
    const { owner, cipher } = await unlock();
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt(sealed(iv, owner, id), cipher, encoder.encode(JSON.stringify(text)));
    await inStore("readwrite", (store) => store.put({ id, owner, iv, data, at: Date.now() }));
  };

  const remove = (id) => inStore("readwrite", (store) => store.delete(id));

  const all = () => inStore("readonly", (store) => store.getAll());

  const mine = async () => {
    const rows = await all();
    if (!rows.length) return [];
    const { owner, cipher } = await unlock();
    const own = rows.filter((row) => row.owner === owner).sort((one, other) => one.at - other.at);
    const read = own.map(async ({ iv, id, data, at }) => {
      try {
        return { id, at, text: JSON.parse(decoder.decode(await crypto.subtle.decrypt(sealed(iv, owner, id), cipher, data))) };
      } catch {
        return null; // made with a key that is no more
      }
    });
    return (await Promise.all(read)).filter(Boolean);
  };

  const others = async () => {
    const { owner } = await unlock();
    return (await all()).filter((row) => row.owner !== owner).length;
  };

  window.sociaal.keeping = { able, owner: async () => (await unlock()).owner, put, remove, mine, others };
})();

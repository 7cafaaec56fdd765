// A ZIP file whose entries are stored as they are: [name, text] pairs → Uint8Array.
const zipped = (() => {
  const table = Uint32Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c;
  });

  function crc32(bytes) {
    let crc = 0xffffffff;
    for (const byte of bytes) crc = table[(crc ^ byte) & 0xff] ^ (crc >>> 8);
    return (crc ^ 0xffffffff) >>> 0;
  }

  // [size in bytes, value] pairs, little-endian.
  function packed(...fields) {
    return fields.flatMap(([size, value]) => Array.from({ length: size }, (_, n) => (value / 2 ** (8 * n)) & 0xff));
  }

  // What both headers of an entry say: version 2.0, names in UTF-8, stored, 1 January 1980.
  function described(name, data) {
    return packed([2, 20], [2, 0x800], [2, 0], [2, 0], [2, 0x21], [4, crc32(data)], [4, data.length], [4, data.length], [2, name.length], [2, 0]);
  }

  return (files) => {
    const utf8 = new TextEncoder();
    const parts = [], central = [];
    let at = 0;
    for (const [path, text] of files) {
      const name = utf8.encode(path), data = utf8.encode(text), says = described(name, data);
      const local = [...packed([4, 0x04034b50]), ...says];
      central.push(Uint8Array.from([...packed([4, 0x02014b50], [2, 20]), ...says, ...packed([2, 0], [2, 0], [2, 0], [4, 0], [4, at])]), name);
      parts.push(Uint8Array.from(local), name, data);
      at += local.length + name.length + data.length;
    }
    const size = central.reduce((sum, part) => sum + part.length, 0);
    const end = packed([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, at], [2, 0]);
    return [...parts, ...central, Uint8Array.from(end)];
  };
})();

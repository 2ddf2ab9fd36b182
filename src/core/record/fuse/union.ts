/** Disjoint sets over the numbers from 0 to `size` − 1; the smallest member names its set. */
export interface UnionFind {
  find(member: number): number;
  union(a: number, b: number): void;
}

export function createUnionFind(size: number): UnionFind {
  const parent = Int32Array.from({ length: size }, (_, index) => index);
  const find = (member: number): number => {
    let root = member;
    while ((parent[root] ?? root) !== root) root = parent[root] ?? root;
    for (let node = member; node !== root; ) {
      const next = parent[node] ?? root;
      parent[node] = root;
      node = next;
    }
    return root;
  };
  return {
    find,
    union(a, b) {
      const rootA = find(a);
      const rootB = find(b);
      if (rootA !== rootB) parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    },
  };
}

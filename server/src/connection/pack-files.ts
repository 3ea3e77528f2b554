/** A pack's file: its address and its YAML. */
export interface PackText {
  readonly name: string;
  readonly text: string;
}

/** The only door to files: reads what a folder holds of packs. A folder that is not there holds none. */
export interface PackFiles {
  /** `folder` is relative to `root` (an address), or an address itself. Never rejects. */
  read(root: string, folder: string): Promise<readonly PackText[]>;
}

export const noFiles: PackFiles = { read: async () => [] };

/** A pack is a few pages; a folder with more or larger files is not one of packs. */
export const mostPacks = 100;
export const longestPack = 1024 * 1024;

export const isPackName = (name: string): boolean => /\.ya?ml$/i.test(name);

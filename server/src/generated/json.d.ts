// The generated JSON is far too large for the compiler to infer; its shapes are given where it is read.
declare module '*.json' {
  const value: unknown;
  export default value;
}

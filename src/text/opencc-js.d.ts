/** What opencc-js does not declare: its dictionaries, pairs of strings in one string, `乾 干 乾|…`. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}

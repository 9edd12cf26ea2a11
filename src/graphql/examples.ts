/** Queries that show what there is: the tabs that GraphiQL opens with, and the queries of docs/graphql.md. */
export const examples: readonly string[] = [
  `# 最新文章，以及其中的引语和数据
query LatestArticles {
  articles(first: 5) {
    nodes {
      title
      publishedAt
      section { name path }
      source { name }
      quotes { speaker role text }
      statistics { text measure normalizedValue normalizedUnit }
    }
    pageInfo { endCursor hasNextPage }
  }
}
`,
  `# 全文检索：引资，按栏目和年份统计
query Search($q: String! = "引资") {
  search(q: $q, first: 10) {
    totalCount
    search { tokens strategy synonyms { word also } }
    facets(names: [section, year]) { name values { value name count } }
    nodes {
      score
      highlights(field: body) { html }
      article { id title publishedAt }
    }
  }
}
`,
  `# 谁被引用得最多，说了什么
query People {
  people(first: 10) { nodes { name quoteCount firstQuotedOn lastQuotedOn } }
  quotes(kind: direct, first: 5) {
    nodes { speaker role organization text article { title publishedAt } }
  }
}
`,
  `# 以人民币计、一亿元以上的数据
query Figures {
  statistics(unit: "CNY", minValue: "100000000", first: 10) {
    totalCount
    nodes { text measure basis normalizedValue asOf { text from to } article { title source { name } } }
  }
}
`,
];

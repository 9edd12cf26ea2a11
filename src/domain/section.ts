/** Sections: the tree of columns and topics that articles hang in, read from the breadcrumbs of their pages. */
import * as z from 'zod';

/** The section of an article, as a reference. */
export const sectionReference = z
  .object({
    slug: z.string().meta({ description: 'Path of pinyin slugs, outermost first, joined by "/".' }),
    name: z.string().meta({ description: 'Name as printed.' }),
    path: z.array(z.string()).min(1).meta({ description: 'Names from the root to this section.' }),
  })
  .meta({
    id: 'SectionReference',
    example: { slug: 'wu-jiang-kai-fa-qu', name: '吴江开发区', path: ['吴江开发区'] },
  });
export type SectionReference = z.infer<typeof sectionReference>;

/** A node of the section tree, with how many articles it and all nodes below it hold. */
export interface Section extends SectionReference {
  articleCount: number;
  children: Section[];
}
export const section: z.ZodType<Section> = sectionReference
  .extend({
    articleCount: z.int().min(0).meta({ description: 'Articles in this section and all below it.' }),
    get children(): z.ZodArray<z.ZodType<Section>> {
      return z.array(section);
    },
  })
  .meta({ id: 'Section' });

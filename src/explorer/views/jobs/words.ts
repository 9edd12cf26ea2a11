/** The words of import jobs. */
import { translate } from '../../messages/index.js';

export const jobWords = translate(
  {
    start: '批量导入',
    file: '选择 NDJSON、JSON、gzip 或 zip 文件',
    begin: '开始导入',
    hint: '任务在服务器里进行，关掉页面也不停；服务器停止时任务结束，已经入库的留着。',
    list: '导入任务',
    none: '没有任务。',
    states: { queued: '排队中', running: '进行中', done: '已完成', cancelled: '已取消', failed: '失败' },
    progress: (read: string, all: string) => `已读 ${read} / ${all} 字节`,
    counts: { created: '新增', updated: '更新', unchanged: '未变', failed: '失败', skipped: '跳过' },
    cancel: '取消任务',
    failures: '看失败的页面',
    moreFailures: (count: string) => `只列出前 ${count} 条。`,
  },
  {
    start: 'Import many',
    file: 'Choose an NDJSON, JSON, gzip or zip file',
    begin: 'Begin the import',
    hint: 'A job goes on in the server when this page is closed; it ends with the server, and what was stored stays.',
    list: 'Import jobs',
    none: 'There are no jobs.',
    states: { queued: 'Queued', running: 'Running', done: 'Done', cancelled: 'Cancelled', failed: 'Failed' },
    progress: (read, all) => `${read} of ${all} bytes read`,
    counts: {
      created: 'created',
      updated: 'updated',
      unchanged: 'unchanged',
      failed: 'failed',
      skipped: 'skipped',
    },
    cancel: 'Cancel the job',
    failures: 'Pages that failed',
    moreFailures: (count) => `Only the first ${count}.`,
  },
);

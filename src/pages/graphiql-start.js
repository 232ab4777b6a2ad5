/** Runs in the browser after GraphiQL's own script: says where the editor's workers are and shows the page. */
const { workers, graphiql } = JSON.parse(document.getElementById('settings').textContent);

window.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => workers[label],
};

window.YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), graphiql);

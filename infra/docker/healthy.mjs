// Asks the inner door of the process in this container whether it can work.
const port = process.env.HEALTH_PORT ?? '9090';
const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
if (!answer.ok) {
  console.error(await answer.text());
  process.exit(1);
}

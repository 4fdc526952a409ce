// Loaded before the server by run-server.mjs: the channel between the two closes when the parent dies, however it dies.
if (process.channel) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}

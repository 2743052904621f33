// Loaded into the app's process: when the one that started it is killed, the app ends in order too.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))

package jp.tsunagi.local.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import jp.tsunagi.platform.infrastructure.Poll;

/** Lets only one command at a time start or stop components of a stack; a file beside it names the process. */
public final class Lock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock held;

    private Lock(FileChannel channel, FileLock held) {
        this.channel = channel;
        this.held = held;
    }

    public static Lock take(StateDirectory directory) {
        var file = directory.run().resolve("lock");
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var held = channel.tryLock();
            if (held == null) {
                channel.close();
                throw new LauncherException(
                        LauncherException.Kind.ALREADY_RUNNING,
                        "Another './tsunagi' (process " + owner(file)
                                + ") is starting or stopping this stack; wait for it,"
                                + " or end it with './tsunagi down'.");
            }
            Files.writeString(
                    directory.run().resolve("lock.pid"),
                    Long.toString(ProcessHandle.current().pid()));
            return new Lock(channel, held);
        } catch (IOException e) {
            throw StateDirectory.unusable(file, e);
        }
    }

    /** For {@code down}: ends the command that is still starting the stack, waits for it, then takes the lock. */
    public static Lock takeOver(StateDirectory directory) {
        try {
            return take(directory);
        } catch (LauncherException busy) {
            var owner = owner(directory.run().resolve("lock"));
            ProcessHandle.of(owner).ifPresent(ProcessHandle::destroy);
            Poll.within(
                    Duration.ofSeconds(90),
                    () -> ProcessHandle.of(owner).map(one -> !one.isAlive()).orElse(true));
            return take(directory);
        }
    }

    private static long owner(Path lock) {
        try {
            return Long.parseLong(
                    Files.readString(lock.resolveSibling("lock.pid")).trim());
        } catch (IOException | NumberFormatException e) {
            // It has just ended, or has not yet written its number.
            return 0;
        }
    }

    @Override
    public void close() {
        try (channel) {
            held.release();
        } catch (IOException e) {
            throw new LauncherException(
                    LauncherException.Kind.UNEXPECTED, "The lock could not be given back: " + e.getMessage() + ".");
        }
    }
}

package jp.tsunagi.local.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import jp.tsunagi.platform.infrastructure.Poll;

/** Only one command at a time may start or stop parts of a stack; the file also tells who. */
final class Lock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock held;

    private Lock(FileChannel channel, FileLock held) {
        this.channel = channel;
        this.held = held;
    }

    static Lock take(Home home) {
        var file = home.run().resolve("lock");
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var held = channel.tryLock();
            if (held == null) {
                channel.close();
                throw new Trouble(
                        Trouble.Kind.ALREADY_RUNNING,
                        "Another './tsunagi' (process " + owner(file)
                                + ") is starting or stopping this stack; wait for it,"
                                + " or end it with './tsunagi down'.");
            }
            Files.writeString(
                    home.run().resolve("lock.pid"),
                    Long.toString(ProcessHandle.current().pid()));
            return new Lock(channel, held);
        } catch (IOException e) {
            throw Home.unusable(file, e);
        }
    }

    /** For {@code down}: asks whoever is still starting the stack to give up, and waits until it has. */
    static Lock takeOver(Home home) {
        try {
            return take(home);
        } catch (Trouble busy) {
            var owner = owner(home.run().resolve("lock"));
            ProcessHandle.of(owner).ifPresent(ProcessHandle::destroy);
            Poll.within(
                    Duration.ofSeconds(90),
                    () -> ProcessHandle.of(owner).map(one -> !one.isAlive()).orElse(true));
            return take(home);
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
            throw new Trouble(Trouble.Kind.UNEXPECTED, "The lock could not be given back: " + e.getMessage() + ".");
        }
    }
}

package jp.tsunagi.local.stack;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Another {@code ./tsunagi} that holds the stack until it is killed. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws InterruptedException {
        var state = Path.of(arguments[0]);
        Lock.take(new Home(state.getParent(), state));
        System.out.print("held");
        System.out.flush();
        new CountDownLatch(1).await();
    }
}

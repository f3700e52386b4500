package jp.tsunagi.local.launcher;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import jp.tsunagi.local.state.Lock;
import jp.tsunagi.local.state.StateDirectory;

/** Another {@code ./tsunagi} that holds the stack until it is killed. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws InterruptedException {
        var state = Path.of(arguments[0]);
        Lock.take(new StateDirectory(state.getParent(), state));
        System.out.print("held");
        System.out.flush();
        new CountDownLatch(1).await();
    }
}

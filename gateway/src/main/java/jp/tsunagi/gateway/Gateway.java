package jp.tsunagi.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import jp.tsunagi.gateway.door.EarlyAnswers;

/** The one door of the site. */
@QuarkusMain
public final class Gateway {

    private Gateway() {}

    public static void main(String... arguments) {
        EarlyAnswers.enable();
        Quarkus.run(arguments);
    }
}

package jp.tsunagi.local.stack;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import jp.tsunagi.platform.infrastructure.InfrastructureException;

/** The program behind {@code ./tsunagi}: brings the whole platform up on one machine, and down again. */
public final class Tsunagi {
    private static final String HELP = """
            Usage: ./tsunagi COMMAND

              up [OPTIONS]      build if needed, start everything, stay until Ctrl-C
                 --detach         return when ready; './tsunagi down' stops it
                 --infra          only PostgreSQL, Kafka, Keycloak and mail (for quarkus:dev)
                 --no-simulator   no machine that plays two partner agencies (or TSUNAGI_SIMULATOR=off)
                 --no-demo        no directory and no consultations loaded
              down              stop everything
              status            each part: state, process, address, seconds to ready, memory
              logs NAME [-f]    a part's log; -f follows it
              restart NAME      stop one part (if it runs) and start it again
              reset             forget all data, logs and passwords of the local stack
              verify            build and run every test
              help              this

            State lives in var/ (another folder: TSUNAGI_VAR); ports move with TSUNAGI_PORT_<NAME>.
            Exit codes: 0 done · 2 usage · 3 no JDK · 4 build · 5 port taken · 6 already running · 7 memory
                        8 a part failed · 9 half-dead earlier run · 10 still running · 11 not running""";

    private Tsunagi() {}

    public static void main(String[] arguments) {
        System.exit(exitCode(List.of(arguments)));
    }

    private static int exitCode(List<String> words) {
        try {
            run(Request.of(words));
            return 0;
        } catch (Trouble e) {
            return refuse(e.getMessage(), e.kind());
        } catch (InfrastructureException e) {
            return refuse(e.getMessage(), Trouble.Kind.PART_FAILED);
        } catch (RuntimeException e) {
            return refuse("Something unforeseen happened; details are in " + noted(e) + ".", Trouble.Kind.UNEXPECTED);
        }
    }

    private static void run(Request request) {
        var home = Home.here();
        switch (request.command()) {
            case UP -> new Up(home, request).run();
            case DOWN -> new Down(home).run();
            case STATUS -> new Status(home).print();
            case RESTART -> new Restart(home).run(request.part());
            case RESET -> new Down(home).reset();
            case HELP -> System.out.println(HELP);
        }
    }

    private static int refuse(String sentence, Trouble.Kind kind) {
        System.out.flush();
        System.err.println("tsunagi: " + sentence);
        return kind.exitCode;
    }

    private static String noted(RuntimeException bug) {
        var log = Home.here().log("launcher");
        try (var writer = new PrintWriter(Files.newBufferedWriter(log))) {
            bug.printStackTrace(writer);
            return log.toString();
        } catch (IOException e) {
            return "no file, for " + log + " cannot be written: " + bug;
        }
    }
}

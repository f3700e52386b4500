package jp.tsunagi.platform.infrastructure;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who may sign in at the broker and what each may do there: exactly what topics.tsv says, also when an earlier run
 * allowed more. Why it is done this way: docs/decisions/0026-kafka-knows-who-speaks.md.
 */
final class BrokerAccess {
    private static final ScramMechanism MECHANISM = ScramMechanism.SCRAM_SHA_512;

    /** The least that Kafka takes. More would slow down each connection and add nothing to a random password. */
    private static final int ITERATIONS = 4096;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private BrokerAccess() {}

    /** The settings with which a client signs in as a service. */
    static Map<String, Object> service(String bootstrap, String name, String password) {
        return client(bootstrap, MECHANISM.mechanismName(), "scram.ScramLoginModule", name, password);
    }

    /** The settings with which the broker's own process signs in as its administrator. */
    static Map<String, Object> administrator(String bootstrap, String name, String password) {
        return client(bootstrap, "PLAIN", "plain.PlainLoginModule", name, password);
    }

    private static Map<String, Object> client(
            String bootstrap, String mechanism, String module, String name, String password) {
        return Map.of(
                "bootstrap.servers",
                bootstrap,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                mechanism,
                "sasl.jaas.config",
                "org.apache.kafka.common.security.%s required username=\"%s\" password=\"%s\";"
                        .formatted(module, name, password));
    }

    /** Gives each service its password and forgets everybody else. */
    static void signInsOn(Admin admin, Map<String, String> passwords) throws ExecutionException, InterruptedException {
        var changes = new ArrayList<UserScramCredentialAlteration>();
        for (var known : admin.describeUserScramCredentials().all().get().keySet()) {
            if (!passwords.containsKey(known)) {
                changes.add(new UserScramCredentialDeletion(known, MECHANISM));
            }
        }
        passwords.forEach((service, password) -> changes.add(
                new UserScramCredentialUpsertion(service, new ScramCredentialInfo(MECHANISM, ITERATIONS), password)));
        admin.alterUserScramCredentials(changes).all().get();
    }

    static void rightsOn(Admin admin) throws ExecutionException, InterruptedException {
        var wanted = rights();
        var known = Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get());
        admin.deleteAcls(known.stream()
                        .filter(right -> !wanted.contains(right))
                        .map(AclBinding::toFilter)
                        .toList())
                .all()
                .get();
        admin.createAcls(wanted.stream().filter(right -> !known.contains(right)).toList())
                .all()
                .get();
    }

    /**
     * Returns when the broker goes by everything that was written before. The controller answers as soon as a change is
     * committed; the broker takes changes over a moment later, in their order, passwords before rights. So it knows the
     * rest when its authorizer shows a right that was written last, which allows nobody anything.
     */
    static void awaitOn(Admin admin) throws ExecutionException, InterruptedException {
        var mark = right(Uuid.randomUuid().toString(), DESCRIBE, ResourceType.GROUP, "tsunagi.nobody");
        admin.createAcls(Set.of(mark)).all().get();
        var end = Instant.now().plus(PATIENCE);
        while (admin.describeAcls(mark.toFilter()).values().get().isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new InfrastructureException("Kafka's broker does not take over passwords and rights.");
            }
            Thread.sleep(5);
        }
        admin.deleteAcls(Set.of(mark.toFilter())).all().get();
    }

    /** Whoever may read or write may describe. */
    private static Set<AclBinding> rights() {
        var rights = new HashSet<AclBinding>();
        for (var topic : Topics.all()) {
            topic.writers().forEach(writer -> rights.add(right(writer, WRITE, ResourceType.TOPIC, topic.name())));
            topic.readers().forEach(reader -> rights.add(right(reader, READ, ResourceType.TOPIC, topic.name())));
        }
        for (var service : Topics.services()) {
            rights.add(right(service, READ, ResourceType.GROUP, "tsunagi." + service));
        }
        return rights;
    }

    private static AclBinding right(String service, AclOperation operation, ResourceType type, String name) {
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry("User:" + service, "*", operation, AclPermissionType.ALLOW));
    }
}

package jp.tsunagi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.e2e.Promises.Told;
import jp.tsunagi.e2e.RetryingClient.Call;
import jp.tsunagi.e2e.RetryingClient.Reply;

/** Somebody who consults again and again, by the API and by the form, and writes into each mailbox and reads it. */
record BusyConsulter(LocalStack stack, Promises promises, int number) {

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\">");

    void work(BooleanSupplier goesOn) {
        try (var sender = new RetryingClient.Direct(stack, number)) {
            for (int n = 0; goesOn.getAsBoolean(); n++) {
                String owner = "consulter" + number + "n" + n;
                var client = new RetryingClient(sender, promises, owner::equals);
                Told told = n % 2 == 0 ? consultByApi(client, owner) : consultByForm(client, owner);
                promises.told.add(told);
                useMailboxByApi(client, told);
                useMailboxOnPages(client, told);
            }
        }
    }

    private Told consultByApi(RetryingClient client, String owner) {
        String text = "書き込みを消してほしいです。" + Promises.canary(owner);
        Reply receipt = client.acknowledged(Call.post("/v1/consultations", """
                {"text":"%s","urls":["https://bbs.example.net/1"],"danger":"no","consulter":{"type":"victim_self","ageBand":"16-17"}}""".formatted(text)));
        promises.done("intake", "consultation.receive", receipt);
        JsonNode body = receipt.json();
        return new Told(
                owner,
                text,
                body.path("id").asText(),
                body.path("confirmationCode").asText(),
                new ConcurrentLinkedQueue<>(),
                new ConcurrentLinkedQueue<>());
    }

    /** As a browser without scripts does it. */
    private Told consultByForm(RetryingClient client, String owner) {
        String text = "フォームから送ります。" + Promises.canary(owner);
        var fields = hidden(client.acknowledged(Call.get("/consult")));
        fields.put("text", text);
        var checked = hidden(client.acknowledged(Call.form("/consult/check", fields)));
        Reply receipt = client.acknowledged(Call.form("/consult/receipt", checked));
        promises.done("intake", "consultation.receive", receipt);
        String code = receipt.between("id=\"d-code\">", "<").replaceAll("\\D", "");
        return new Told(owner, text, "", code, new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
    }

    private void useMailboxByApi(RetryingClient client, Told told) {
        for (int i = 0; i < 2; i++) {
            RetryingClient.think();
            String text = "返事です。" + Promises.canary(told.owner());
            Reply written = client.acknowledged(Call.post("/v1/mailbox/messages", "{\"text\":\"" + text + "\"}")
                    .with("Confirmation-Code", told.code()));
            promises.done("intake", "consultation.reply", written);
            told.messages().add(text);
            Reply read = client.acknowledged(Call.get("/v1/mailbox").with("Confirmation-Code", told.code()));
            promises.shown("intake", "mailbox.read", read);
            isAllThere(told, read);
        }
    }

    private void useMailboxOnPages(RetryingClient client, Told told) {
        RetryingClient.think();
        Reply entered = client.acknowledged(Call.form("/box", Map.of("code", told.code())));
        String cookie = entered.headers().get("set-cookie").split(";", 2)[0];
        Reply page = client.acknowledged(Call.get("/box").with("Cookie", cookie));
        isAllThere(told, page);
        String text = "ページから書きます。" + Promises.canary(told.owner());
        var fields = hidden(page);
        fields.put("text", text);
        Reply written = client.acknowledged(Call.form("/box/messages", fields).with("Cookie", cookie));
        promises.done("intake", "consultation.reply", written);
        told.messages().add(text);
        RetryingClient.think();
        isAllThere(told, client.acknowledged(Call.get("/box").with("Cookie", cookie)));
    }

    /** Who was told that a message is there finds it at the next look. */
    private void isAllThere(Told told, Reply mailbox) {
        told.messages().stream()
                .filter(message -> !mailbox.body().contains(message))
                .forEach(missing -> promises.complain("the mailbox lacks " + missing));
    }

    private static Map<String, String> hidden(Reply page) {
        var fields = new HashMap<String, String>();
        Matcher found = HIDDEN.matcher(page.body());
        while (found.find()) {
            fields.put(found.group(1), found.group(2));
        }
        return fields;
    }
}

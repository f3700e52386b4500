package jp.tsunagi.platform.document;

/** XHTML as templates make it. */
final class Letters {

    static final String TITLE = "送信防止措置依頼書";

    private Letters() {}

    static String of(String body) {
        return """
                <html xmlns="http://www.w3.org/1999/xhtml" lang="ja">
                <head><title>%s</title></head>
                <body>%s</body>
                </html>
                """.formatted(TITLE, body);
    }

    static String aRemovalRequest() {
        return of("""
                <p class="date">2026年11月30日</p>
                <p class="recipient">株式会社サンプル　御中</p>
                <h1>侵害情報の通知書兼送信防止措置依頼書</h1>
                <p>下記の情報について、送信を防止する措置をお願いします。</p>
                <h2>掲載されている場所</h2>
                <table class="details">
                <tr><th scope="row">URL</th><td>https://example.com/posts/1</td></tr>
                <tr><th scope="row">掲載された情報</th><td class="typed">一行目
                二行目</td></tr>
                <tr><th scope="row">備考</th><td></td></tr>
                </table>
                <h2>経緯</h2>
                <table>
                <thead><tr><th scope="col">日</th><th scope="col">出来事</th></tr></thead>
                <tbody><tr><td>11月1日</td><td>投稿を見つけた。</td></tr></tbody>
                </table>
                <p>本文の<strong>重要</strong>と<em>強調</em>と<span class="red">赤</span>。</p>
                <ul><li>一つ目</li><li>二つ目</li></ul>
                <ol><li>一番</li><li>二番</li></ol>
                <blockquote><p>引用</p></blockquote>
                <p class="screen-only">署名の前に確かめてください。</p>
                <p class="signature">相談員<br/>山田花子</p>
                """);
    }
}

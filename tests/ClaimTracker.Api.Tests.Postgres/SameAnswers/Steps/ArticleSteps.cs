namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

internal static class ArticleSteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        new(201, "POST /articles", """
            {"text":"Harbour 🏗 grows\n\nBy Ines Holm\n\nThe council spent 4.2 million dollars on cranes in 2025.
            """ + """
             🚢🚢 A second crane follows in May! Nobody knows why.\n\nThe 𝔥𝔞𝔯𝔟𝔬𝔲𝔯 has 12 gates.",
             "url":"https://tidings.example/Harbour","publisher":"Tidings","publishedOn":"2026-03-01","kind":"draft",
            """ + """
            "externalApp":"cms","externalId":"A-1","deadline":"2026-12-01T18:00:00+02:00"}
            """),
        new(200, "POST /articles", """
            {"text":"Harbour 🏗 grows\n\nBy Ines Holm\n\nThe council spent 4.2 million dollars on cranes in 2025.
            """ + """
             🚢🚢 A second crane follows in May! Nobody knows why.\n\nThe 𝔥𝔞𝔯𝔟𝔬𝔲𝔯 has 12 gates."}
            """),
        new(409, "POST /articles", """{"text":"Something else.","url":"http://www.tidings.example/Harbour/?utm_source=feed"}"""),
        new(409, "POST /articles", """{"text":"Something else.","externalApp":"cms","externalId":"A-1"}"""),
        new(201, "POST /articles", """
            {"text":"Something else.","externalApp":"cms","externalId":"a-1","url":"https://tidings.example/harbour",
             "publisher":"tidings","publishedOn":"0001-01-01","deadline":"0001-01-01T00:00:00Z"}
            """),
        new(201, "POST /articles", """
            {"text":"Die Brücke\n\nDie Brücke kostete 48,6 Millionen Euro. Laut Stadtrat fahren täglich 12.000 Autos über die Brücke.
            """ + """
             „Das ist zu viel“, sagte Bürgermeister Jörg Müller.",
             "title":"ZÜRICH baut","language":"de","publisher":"Zeitung","publishedOn":"9999-12-31",
            """ + """
            "deadline":"9999-12-31T23:59:59.999999Z"}
            """),
        new(201, "POST /articles", """
            {"text":"港は2024年に開いた。費用は4800万ドルだった。毎日1200人が利用する。","title":"港が開く","language":"ja","publisher":"新聞",
            """ + """
            "deadline":"1999-12-31T23:59:59.1234567Z"}
            """),
        new(201, "POST /articles", """
            {"text":"افتتح الميناء في عام 2024. بلغت التكلفة 48 مليون دولار.","language":"ar","byline":" سلمى",
            """ + """
            "deadline":"2026-01-01T00:00:00.9999999Z"}
            """),
        new(201, "POST /articles", """
            {"text":"- A list\n- Zürich has 434,335 people\n- zurich has none\n\n  Leading spaces stand here.","title":" - a title",
            """ + """
            "kind":"published"}
            """),
        new(201, "POST /articles?title=straße&byline=ß&publisher=Tidings&publishedOn=2024-02-29&language=de&kind=draft"
            + "&url=https://tidings.example/straße&externalApp=cms&externalId=🆔&deadline=2026-05-01T00:00:00Z",
            "Die Straße ist 12 km lang.\r\n\r\nSie führt nach Süden.") { ContentType = "text/plain; charset=utf-8" },
        new(201, "POST /articles?publisher=Tidings",
            """
            <html lang="en"><head><title>Toll goes up</title></head><body><nav><a href="/">Home</a></nav><article><h1>Toll goes up</h1>
            <p>The toll rises to 3 dollars in June.</p><blockquote>It&#x2019;s fair, 80 percent say.</blockquote>
            <figure><img src="/toll.jpg"><figcaption>The toll office 😀</figcaption></figure></article>
            """ + """
            <footer>© Tidings</footer></body></html>
            """) { ContentType = "text/html" },
        new(201, "POST /articles", $$"""
            {"text":"{{Texts.Han(900)}}。{{Texts.Han(100, 5)}}。","url":"{{Texts.Url("https://tidings.example/long/")}}",
             "title":"{{Texts.Han(500, 7)}}","publisher":"{{Texts.Han(1_000, 7)}}"}
            """),
        new(201, "POST /articles", $$"""
            {"text":"A long id. It is as long as it may be.","externalApp":"{{Texts.Han(100, 11)}}","externalId":"{{Texts.Han(500, 17)}}"}
            """),
        new(400, "POST /articles", """{"text":"   "}"""),
        new(400, "POST /articles", """{"text":"Words.","html":"<p>Words.</p>"}"""),
        new(400, "POST /articles", """{"text":"Words.","headline":"No such member"}"""),
        new(400, "POST /articles", """{"text":"Words.","deadline":"2026-05-01T00:00:00"}"""),
        new(400, "POST /articles", """{"text":"Words.","externalId":"alone"}"""),
        new(400, "POST /articles?colour=red", "Words.") { ContentType = "text/plain" },
        new(413, "POST /articles", $$"""{"text":"{{new string('a', 2_000_001)}}"}"""),
        new(413, "POST /articles", new string('a', 16 * 1024 * 1024 + 1)) { ContentType = "text/plain" },
        new(415, "POST /articles", "<article/>") { ContentType = "application/xml" },
        .. Step.Reads(
            "/articles/1", "/articles/1?version=1", "/articles/1/text", "/articles/1/text?version=1", "/articles/3", "/articles/4/text",
            "/articles/7/text", "/articles/8", "/articles/9", "/articles/10", "/articles/1/coverage"),
        new(304, "GET /articles/1") { IfNoneMatch = "*" },
        new(404, "GET /articles/1?version=2"),
        new(404, "GET /articles/1/text?version=2147483647"),
        new(400, "GET /articles/1?version=2147483648"),
        new(404, "GET /articles/4711"),
        new(404, "GET /articles/4711/text"),
        new(404, "GET /articles/4711/sentences"),
        new(404, "GET /articles/4711/coverage"),
        new(200, "POST /articles/1/locate", """{"exact":"A second crane follows in May! Nobody","prefix":"🚢🚢 ","version":1}"""),
        new(200, "POST /articles/1/locate", """{"exact":"the council spent 4.3 million Dollars"}"""),
        new(200, "POST /articles/1/locate", """{"exact":"Nothing of the sort."}"""),
        new(404, "POST /articles/1/locate", """{"exact":"crane","version":2}"""),
        new(200, "PATCH /articles/7", """
            {"title":"Straßen","deadline":"2026-05-02T00:00:00+02:00","language":"de-CH","assignee":"bo  sørensen","archived":true}
            """),
        new(200, "PATCH /articles/7", """{"deadline":null,"archived":true}"""),
        new(409, "PATCH /articles/7", """{"url":"http://www.tidings.example/Harbour/"}"""),
        new(409, "PATCH /articles/7", """{"externalApp":"cms","externalId":"A-1"}"""),
        new(400, "PATCH /articles/7", """{"kind":null}"""),
        new(400, "PATCH /articles/7", """{"assignee":"Niemand"}"""),
        new(412, "PATCH /articles/7", """{"title":"Late"}""") { IfMatch = "\"late\"" },
        new(404, "PATCH /articles/4711", """{"title":"None"}"""),
        new(404, "POST /articles/4711/locate", """{"exact":"crane"}"""),
        new(400, "POST /articles/1/locate", """{"exact":" "}"""),
    ];
}

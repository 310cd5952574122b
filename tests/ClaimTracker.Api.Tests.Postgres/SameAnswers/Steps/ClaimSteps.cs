namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

internal static class ClaimSteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        new(201, "POST /claims", """
            {"text":"Zürich has 434,335 people.","headline":"Zürich","language":"en","claimType":"number","claimDate":"2026-03-03",
            """ + """
            "location":"Zürich",
             "claimants":[{"name":"Jörg MÜLLER","jobTitle":"Mayor",
            """ + """
            "sameAs":"https://example.org/müller","imageUrl":"https://example.org/m.jpg"},{"name":"zoë"}],
             "attribution":[{"name":"Tidings","verb":"reported","to":"Zoë 🚢"},{"name":"Wire"}],
             "appearances":[{"url":"https://example.org/a","date":"2026-03-03","first":true},{"url":"https://example.org/b","first":false},
            """ + """
            {"url":"https://example.org/c"}],
             "tags":["Stadt","ÄRZTE","b","B ","a"],"priority":50,"externalApp":"sheet","externalId":"Row-1","sentenceIds":[3,2]}
            """),
        new(201, "POST /claims", """
            {"text":"zurich has none.","language":"de","claimDate":"0001-01-01","claimants":[{"name":"jorg muller"}],
             "tags":["stadt","arzte"],"priority":50,"externalApp":"sheet","externalId":"row-1"}
            """),
        new(201, "POST /claims", """
            {"text":"ZÜRICH  HAS\tMORE.","language":"de-CH","claimDate":"9999-12-31","claimants":[{"name":"JÖRG  müller"}],
            """ + """
            "tags":["STADT","ärzte"],"priority":0}
            """),
        new(201, "POST /claims", """
            {"text":"港は2024年に開いた。","language":"ja","claimants":[{"name":"市長"}],"tags":["港","みなと","ミナト"],"priority":100,"sentenceIds":[13]}
            """),
        new(201, "POST /claims", """{"text":" leading space","priority":50,"tags":[" leading","-hyphen","_under","zz"]}"""),
        new(201, "POST /claims?match=false", """{"text":"- leading hyphen","priority":50,"claimDate":"2024-02"}"""),
        new(201, "POST /claims", """
            {"text":"👩‍👩‍👧‍👦 emoji 🏗","tags":["🚢","🏗","👩‍👩‍👧‍👦"],"claimants":[{"name":"𝔘𝔫𝔦"}],"claimDate":"2026-03-02"}
            """),
        new(201, "POST /claims", """{"text":"e\u0301galité composed","tags":["e\u0301"],"claimants":[{"name":"E\u0301lodie"}]}"""),
        new(201, "POST /claims?match=true", """{"text":"égalité precomposed","tags":["É"],"claimants":[{"name":"élodie"}]}"""),
        new(201, "POST /claims", """
            {"text":"İstanbul ISSIZ ıssız","tags":["İ","i","ı","I"],"claimants":[{"name":"İbrahim"}],"language":"tr"}
            """),
        new(201, "POST /claims", """{"text":"ΣΟΦΟΣ σοφός","tags":["ΣΟΦΟΣ","σοφός"],"claimants":[{"name":"ΣΟΦΟΣ"}],"language":"el"}"""),
        new(201, "POST /claims", """{"text":"straße STRASSE ẞ","tags":["straße","STRASSE","STRAẞE"],"language":"de"}"""),
        new(201, "POST /claims", """{"text":"שלום \u202Eעולם\u202C ﷽","language":"he","tags":["ﬁ","fi"]}"""),
        new(201, "POST /claims", """
            {"text":"100%_sure \\ 'quoted' \"twice\" -- ; ? @Q $1 :name","tags":["%","_","\\","'"],"externalApp":"a b","externalId":"%"}
            """),
        new(201, "POST /claims", """
            {"text":"=1+1","headline":"@SUM(A1)","claimants":[{"name":"+cmd, \"quoted\""},{"name":"-2"}],"tags":["=x"]}
            """),
        new(400, "POST /claims", """{"text":"Line one\nline two\r\nline\tthree\u2028four\u0085five"}"""),
        new(201, "POST /claims", """{"text":"Line one\nline two\r\nline\tthree\u2028four"}"""),
        new(201, "POST /claims", $$"""
            {"text":"{{Texts.Han(2_000)}}","claimants":[{"name":"{{Texts.Han(1_000, 2)}}"},{"name":"{{Texts.Han(800, 2)}}"}],
             "appearances":[{"url":"{{Texts.Url("https://example.org/")}}"}],"tags":["{{Texts.Han(100)}}"]}
            """),
        new(201, "POST /claims", $$"""
            {"text":"A long id.","externalApp":"{{Texts.Han(100, 11)}}","externalId":"{{Texts.Han(500, 17)}}"}
            """),
        new(409, "POST /claims", $$"""
            {"text":"The same id.","externalApp":"{{Texts.Han(100, 11)}}","externalId":"{{Texts.Han(500, 17)}}"}
            """),
        new(409, "POST /claims", """{"text":"The same id.","externalApp":"sheet","externalId":"Row-1"}"""),
        new(400, "POST /claims", """{"text":""}"""),
        new(400, "POST /claims", """{"text":null,"priority":101,"claimants":[{"jobTitle":"x"},null],"tags":[" "]}"""),
        new(400, "POST /claims", """{"text":"Typed","priority":"high"}"""),
        new(400, "POST /claims", """{"text":"Typed","priority":2147483648}"""),
        new(400, "POST /claims", """{"text":"Typed","claimDate":"10000-01-01"}"""),
        new(400, "POST /claims", """{"text":"Typed","claimDate":"0000-01-01"}"""),
        new(400, "POST /claims", """{"text":"Typed","claimDate":"2026-13"}"""),
        new(400, "POST /claims", """{"text":"Typed","claimDate":"26"}"""),
        new(400, "POST /claims", """{"text":"Typed","claimDate":2026}"""),
        new(400, "POST /claims", """{"text":"Typed","appearances":[{"date":"March 2026"}]}"""),
        new(400, "POST /claims", """{"text":"Twice","text":"Twice"}"""),
        new(400, "POST /claims", """{"text":"Sentences","sentenceIds":[1,4711,4712]}"""),
        new(400, "POST /claims", """{"text":"Sentences","sentenceIds":[1,1]}"""),
        new(400, "POST /claims", """{"text":"Sentences","sentenceIds":[9223372036854775807]}"""),
        new(400, "POST /claims", """{"text":"""),
        new(400, "POST /claims", "null"),
        new(400, "POST /claims?dry=true", """{"text":"Dry"}"""),
        new(415, "POST /claims", "text=Hello") { ContentType = "text/plain" },
        new(200, "POST /claims/bulk", """
            {"text":"The ferry carried 1,150 passengers.","tags":["ferry","Fähre"],"priority":7}
            {"text":""}
            {"text":"The museum opened in 1988.","priority":7,"language":"en"}
            {"text":"Duplicate id","externalApp":"sheet","externalId":"Row-1"}
            {"text":"No such sentence","sentenceIds":[4711]}
            not json
            {"text":"博物館は1988年に開いた。","priority":7,"externalApp":"sheet","externalId":"行-1"}

            {"text":"Third of the same moment","priority":7,"sentenceIds":[6]}
            """) { ContentType = "application/x-ndjson" },
        new(200, "POST /claims/bulk?dryRun=true&onConflict=update", """{"text":"Umlaute.","externalApp":"sheet","externalId":"Row-1"}""")
        {
            ContentType = "application/x-ndjson",
        },
        new(200, "POST /claims/bulk?onConflict=skip", """{"text":"Umlaute.","externalApp":"sheet","externalId":"Row-1"}""")
        {
            ContentType = "application/x-ndjson",
        },
        new(200, "POST /claims/bulk?onConflict=fail", """{"text":"Umlaute.","externalApp":"sheet","externalId":"Row-1"}""")
        {
            ContentType = "application/x-ndjson",
        },
        new(200, "POST /claims/bulk", "") { ContentType = "application/x-ndjson" },
        new(200, "POST /claims/bulk", $$"""{"text":"{{new string('x', 1024 * 1024)}}"}""") { ContentType = "application/x-ndjson" },
        new(413, "POST /claims/bulk", new string(' ', 16 * 1024 * 1024 + 1)) { ContentType = "application/x-ndjson" },
        new(415, "POST /claims/bulk", "[]"),
        .. Step.Reads("/claims/1", "/claims/4", "/claims/10", "/claims/17", "/claims/18", "/claims/19", "/claims/20"),
        new(304, "GET /claims/1") { IfNoneMatch = "*" },
        new(404, "GET /claims/4711"),
        new(404, "GET /claims/9223372036854775807"),
        new(400, "GET /claims/9223372036854775808"),
    ];
}

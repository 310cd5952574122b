using System.Text.Json.Nodes;

namespace ClaimTracker.Api.Tests.Web.OpenApi;

[Collection(nameof(DescribedServer))]
public sealed class SchemaTests(DescribedServer server)
{
    [Fact]
    public void Every_enum_is_words()
    {
        var enums = server.Objects().Where(static o => o["enum"] is JsonArray).Select(static o => o["enum"]!.AsArray()).ToList();
        Assert.NotEmpty(enums);
        Assert.All(enums.SelectMany(static words => words), static word => Assert.Matches("^-?[a-z][A-Za-z0-9_.]*$", (string?)word));
        Assert.Equal("draft, in_review, approved, published, superseded, retracted", Words(server.Schema("VerdictState")["enum"]));
    }

    [Fact]
    public void A_body_is_described_with_its_limits()
    {
        var claim = server.Schema("CreateClaimRequest");
        Assert.Equal("text", Words(claim["required"]));
        Assert.False((bool?)claim["additionalProperties"]);
        AssertSchema("""{"maxLength":2000,"minLength":1,"type":"string"}""", claim, "text");
        AssertSchema("""{"maxLength":500,"type":["null","string"]}""", claim, "headline");
        AssertSchema("""{"maximum":100,"minimum":0,"type":["null","integer"],"format":"int32"}""", claim, "priority");
        AssertSchema("""{"pattern":"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$","type":["null","string"]}""", claim, "claimDate");
        AssertSchema("""{"maxItems":50,"type":["null","array"],"items":{"maxLength":100,"minLength":1,"type":"string"}}""", claim, "tags");
        AssertSchema(
            """{"maxItems":20,"type":["null","array"],"items":{"$ref":"#/components/schemas/ClaimClaimantInput"}}""", claim, "claimants");
        Assert.Equal("name", Words(server.Schema("ClaimClaimantInput")["required"]));
    }

    [Fact]
    public void A_member_from_the_path_is_not_in_the_body()
    {
        Assert.All(server.Operations, o =>
        {
            var body = server.Resolve(o.Node["requestBody"]?["content"]?["application/json"]?["schema"])?["properties"]?.AsObject() ?? [];
            var parameters = (o.Node["parameters"]?.AsArray() ?? []).Where(static p => (string?)p!["in"] == "path")
                .Select(static p => (string)p!["name"]!);
            Assert.DoesNotContain(parameters, body.ContainsKey);
        });
    }

    [Fact]
    public void Every_body_of_JSON_refuses_what_it_does_not_know() => Assert.All(
        server.Operations.Select(o => server.Resolve(o.Node["requestBody"]?["content"]?["application/json"]?["schema"]))
            .Where(static body => body is not null),
        static body => Assert.False((bool?)body!["additionalProperties"] ?? true));

    [Fact]
    public void A_merge_patch_needs_no_member_and_takes_null_where_that_clears()
    {
        var content = server.Operation("EditClaim")["requestBody"]!["content"]!.AsObject();
        Assert.Equal("application/merge-patch+json, application/json", Keys(content));
        Assert.Equal("#/components/schemas/ClaimBodyPatch", (string?)content["application/json"]!["schema"]!["$ref"]);

        var patch = server.Schema("ClaimBodyPatch");
        Assert.Null(patch["required"]);
        Assert.Equal("string", (string?)patch["properties"]!["text"]!["type"]);
        Assert.Equal("null, string", Words(patch["properties"]!["headline"]!["type"]));
    }

    [Fact]
    public void An_answer_has_every_member()
    {
        var claim = server.Schema("ClaimResponse");
        Assert.Equal(Keys(claim["properties"]), Words(claim["required"]) + ", activityAt, etag"); // Which lists add.
        AssertSchema("""{"type":"string","format":"date-time"}""", claim, "createdAt");
        AssertSchema("""{"oneOf":[{"$ref":"#/components/schemas/VerdictInShort"},{"type":"null"}]}""", claim, "verdict");
        Assert.Equal("#/components/schemas/ClaimStatus", (string?)claim["properties"]!["status"]!["$ref"]);
        Assert.Equal("string", (string?)server.Schema("ClaimClaimant")["properties"]!["name"]!["type"]);
    }

    [Fact]
    public void A_member_that_may_be_left_out_is_not_required()
    {
        var page = server.Schema("PageOfClaimResponse");
        Assert.Equal("items, next", Words(page["required"]));
        AssertSchema("""{"type":"integer","format":"int64"}""", page, "total");
    }

    [Fact]
    public void Query_parameters_have_their_types_and_limits()
    {
        AssertParameter("""{"maximum":500,"minimum":1,"type":"integer","format":"int32","default":50}""", "ListClaims", "limit");
        AssertParameter("""{"pattern":"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$","type":"string"}""", "ListClaims", "from");
        AssertParameter("""{"type":"boolean"}""", "ListClaims", "count");
        AssertParameter(
            """{"maxItems":500,"minItems":1,"type":"array","items":{"minimum":1,"type":"integer","format":"int64"}}""",
            "ListClaims",
            "ids");
        Assert.False((bool?)Parameter("ListClaims", "ids")["explode"]); // Of the style form, which is that of every query parameter.
        AssertParameter(
            """{"maxItems":500,"minItems":1,"type":"array","items":{"$ref":"#/components/schemas/ClaimStatus"}}""", "ListClaims", "status");
        AssertParameter(
            """{"maxItems":500,"minItems":1,"type":"array","items":{"maxLength":100,"minLength":1,"type":"string"}}""",
            "ListClaims",
            "tag");
        AssertParameter("""{"minimum":1,"type":"integer","format":"int64"}""", "GetClaim", "id");
        Assert.Contains("-updatedAt", Words(Parameter("ListClaims", "sort")["schema"]!["enum"]), StringComparison.Ordinal);
        Assert.All(server.Operation("ListClaims")["parameters"]!.AsArray(), static p => Assert.Null(p!["required"]));
    }

    [Fact]
    public void An_article_may_come_as_text_with_its_facts_in_the_query()
    {
        string[] plain =
        [
            "text/plain", "text/html", "text/markdown", "application/x-subrip", "text/vtt", "application/pdf", "message/rfc822",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/octet-stream",
        ];
        var create = server.Operation("CreateArticle");
        Assert.Equal("application/json, " + string.Join(", ", plain), Keys(create["requestBody"]!["content"]));
        Assert.Equal("string", (string?)create["requestBody"]!["content"]!["text/plain"]!["schema"]!["type"]);
        AssertParameter("""{"pattern":"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$","type":"string"}""", "CreateArticle", "publishedOn");
        Assert.EndsWith(
            $"Only with a body of {string.Join(" or ", plain)}.",
            (string?)Parameter("CreateArticle", "url")["description"],
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_lists_the_moves_of_a_verdict()
    {
        AssertSchema("""{"type":"array","items":{"type":"string"}}""", server.Schema("ProblemBody"), "moves");
        var description = (string?)server.Schema("ProblemBody")["properties"]!["moves"]!["description"];
        Assert.All(Enum.GetValues<VerdictMove>(), move => Assert.Contains(move.ToWord(), description, StringComparison.Ordinal));
    }

    [Fact]
    public void A_rating_may_be_named_or_given_as_a_number() =>
        Assert.Equal("number, string", Words(server.Schema("DraftVerdictRequest")["properties"]!["rating"]!["type"]));

    [Fact]
    public void A_list_gives_50_rows_unless_asked() => Assert.All(
        server.Operations.Where(static o => o.Node["responses"]!["200"]?["headers"]?["Link"] is not null),
        o => Assert.Equal(50, (int?)Parameter((string)o.Node["operationId"]!, "limit")["schema"]!["default"]));

    [Fact]
    public void Edits_take_If_Match_and_reads_If_None_Match()
    {
        Assert.Equal("header", (string?)Parameter("EditClaim", "If-Match")["in"]);
        Assert.NotNull(server.Operation("EditClaim")["responses"]!["412"]);
        Assert.Equal("header", (string?)Parameter("GetClaim", "If-None-Match")["in"]);
        Assert.NotNull(server.Operation("GetClaim")["responses"]!["304"]);
    }

    [Theory]
    [InlineData("ApproveVerdict")]
    [InlineData("ChooseHouseVerdict")]
    [InlineData("MergeSentences")]
    public void What_heeds_If_Match_where_it_is_sent_says_so(string operation)
    {
        Assert.NotEqual(true, (bool?)Parameter(operation, "If-Match")["required"]);
        Assert.NotNull(server.Operation(operation)["responses"]!["412"]);
        Assert.Null(server.Operation(operation)["responses"]!["428"]);
    }

    [Fact]
    public void Answers_name_their_headers()
    {
        Assert.Equal("Location, ETag", Headers("CreateClaim", "201"));
        Assert.Equal("ETag, Link", Headers("ListClaims", "200"));
        Assert.Equal("ETag", Headers("GetClaim", "200"));
        Assert.Equal(
            "Retry-After, RateLimit-Policy, RateLimit",
            Keys(server.Resolve(server.Operation("GetClaim")["responses"]!["429"])!["headers"]));
        Assert.Null(server.Operation("DeleteClaim")["responses"]!["204"]!["content"]);
    }

    [Fact]
    public void Texts_of_the_code_describe_it()
    {
        Assert.Equal("A claim with its sentences and its verdict.", (string?)server.Schema("ClaimResponse")["description"]);
        Assert.Equal(
            "The assertion, worded so that it can be read alone.",
            (string?)server.Schema("CreateClaimRequest")["properties"]!["text"]!["description"]);
        Assert.Equal("What is wrong with this request.", (string?)server.Schema("ProblemBody")["properties"]!["detail"]!["description"]);
        Assert.Equal("Rows on a page.", (string?)Parameter("ListClaims", "limit")["description"]);
        Assert.All(server.Document["tags"]!.AsArray(), static tag => Assert.NotNull(tag!["description"]));
    }

    [Fact]
    public void The_members_that_a_list_can_show_are_listed_and_its_tag_where_it_has_one()
    {
        var ofClaims = Words(Parameter("ListClaims", "fields")["schema"]!["items"]!["enum"]);
        Assert.StartsWith("id, text, headline", ofClaims, StringComparison.Ordinal);
        Assert.EndsWith(", etag", ofClaims, StringComparison.Ordinal);
        Assert.Equal("string", (string?)server.Schema("ClaimResponse")["properties"]!["etag"]!["type"]);
        Assert.DoesNotContain("etag", Words(Parameter("ListArticles", "fields")["schema"]!["items"]!["enum"]), StringComparison.Ordinal);
        Assert.Null(server.Schema("ArticleSummary")["properties"]!["etag"]);
    }

    private static void AssertSchema(string expected, JsonNode schema, string member)
    {
        var value = schema["properties"]![member]!.DeepClone().AsObject();
        value.Remove("description");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), value), $"{member} is {value.ToJsonString()}");
    }

    private void AssertParameter(string expected, string operation, string name)
    {
        var schema = Parameter(operation, name)["schema"]!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), schema), $"{name} is {schema.ToJsonString()}");
    }

    private JsonNode Parameter(string operation, string name) =>
        server.Operation(operation)["parameters"]!.AsArray().Single(p => (string?)p!["name"] == name)!;

    private string Headers(string operation, string status) => Keys(server.Operation(operation)["responses"]![status]!["headers"]);

    private static string Keys(JsonNode? members) => string.Join(", ", members!.AsObject().Select(static m => m.Key));

    private static string Words(JsonNode? array) => string.Join(", ", array!.AsArray().Select(static word => (string?)word));
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using ClaimTracker.Api.Domain.Reviews;

namespace ClaimTracker.Api.Features.Reconciliation;

internal sealed record PreviewEntityRequest
{
    /// <summary>The id of an entity, such as claim-12.</summary>
    [QueryParam]
    public string? Id { get; init; }
}

internal sealed class PreviewEntityValidator : Validator<PreviewEntityRequest>
{
    public PreviewEntityValidator() => RuleFor(static r => r.Id).Required(Limits.Url);
}

internal sealed class PreviewEntity(Db db, ReviewPublisher publisher) : Endpoint<PreviewEntityRequest>
{
    private const string Style =
        "body { font: 0.9rem/1.4 system-ui, sans-serif; margin: 0.6rem; } dt { color: #595959; } dd { margin: 0; }";

    private static readonly string PagePolicy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors ";

    public override void Configure()
    {
        Get("preview");
        Group<ReconciliationGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "Preview an entity";
            s.Description = "A small HTML page with its values. Sites that `Embeds:Origins` names may show it in a frame.";
        });
        Description(static d => d.Produces<string>(200, "text/html").AnswersNoResource().ProducesProblem(404), clearDefaults: true);
    }

    public override async Task HandleAsync(PreviewEntityRequest request, CancellationToken ct)
    {
        var found = await db.ReadAsync(
            tx => EntityReader.FindAllAsync(tx, [request.Id!], HttpContext.Actor(), publisher, HttpContext.Request), ct);
        if (!found.TryGetValue(request.Id!, out var entity))
        {
            throw new ProblemException(ProblemType.NotFound, "There is no entity with this id.");
        }

        var frames = publisher.Frames.Count == 0 ? "'none'" : string.Join(' ', publisher.Frames);
        HttpContext.Response.Headers.ContentSecurityPolicy = PagePolicy + frames;
        await Send.ResourceAsync(Encoding.UTF8.GetBytes(Page(entity)), "text/html; charset=utf-8");
    }

    private static string Page(Entity entity)
    {
        var values = entity.Values.Where(static one => one.Value.Count > 0).Select(static one =>
            $"<dt>{Html(one.Key.Replace('_', ' '))}</dt><dd>{Html(string.Join("; ", one.Value.Select(Shown)))}</dd>");
        var title = entity.Address is { } address && UrlKey.IsHttp(address)
            ? $"<a href=\"{Html(address)}\" rel=\"noopener\" target=\"_blank\">{Html(entity.Name)}</a>"
            : Html(entity.Name);
        return $"""
            <!doctype html>
            <html lang=""><head><meta charset="utf-8"><title>{Html(entity.Name)}</title><style>{Style}</style></head>
            <body><p><strong>{title}</strong></p><dl>{string.Concat(values)}</dl></body></html>
            """;
    }

    private static string Shown(System.Text.Json.Nodes.JsonNode value) =>
        (value["name"] ?? value["str"] ?? value["date"] ?? value["float"])?.ToString() ?? "";

    private static string Html(string text) => HtmlEncoder.Default.Encode(text);
}

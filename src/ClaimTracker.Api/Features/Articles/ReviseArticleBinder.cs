using System.Reflection;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>A new version comes as JSON, or as its bare text or page.</summary>
internal sealed class ReviseArticleBinder : IRequestBinder<ReviseArticleRequest>
{
    private static readonly Dictionary<string, PropertyInfo> None = [];

    public async ValueTask<ReviseArticleRequest> BindAsync(BinderContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext.Request;
        QueryKeys.Refuse(http, None);
        var request = RequestBody.RequireType(http, "application/json", "text/plain", "text/html") switch
        {
            "text/plain" => new ReviseArticleRequest { Text = await RequestBody.ReadTextAsync(http, "text", cancellation) },
            "text/html" => new ReviseArticleRequest { Html = await RequestBody.ReadTextAsync(http, "html", cancellation) },
            _ => JsonBody.Read<ReviseArticleRequest>(await RequestBody.ReadAsync(http, cancellation)),
        };
        return request with { Id = (long)ParameterText.Parse("id", (string)http.RouteValues["id"]!, typeof(long)) };
    }
}

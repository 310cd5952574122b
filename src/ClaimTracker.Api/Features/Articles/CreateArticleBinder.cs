using System.Reflection;
using System.Text.Json;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>An article comes as JSON, or as its bare text or page with all else in the query.</summary>
internal sealed class CreateArticleBinder : IRequestBinder<CreateArticleRequest>
{
    private static readonly Dictionary<string, PropertyInfo> None = [];

    private static readonly Dictionary<string, PropertyInfo> Facts = typeof(ArticleFacts)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .ToDictionary(static p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), StringComparer.Ordinal);

    public async ValueTask<CreateArticleRequest> BindAsync(BinderContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext.Request;
        var type = RequestBody.RequireType(http, "application/json", "text/plain", "text/html");
        if (type == "application/json")
        {
            QueryKeys.Refuse(http, None);
            return JsonBody.Read<CreateArticleRequest>(await RequestBody.ReadAsync(http, cancellation));
        }

        QueryKeys.Refuse(http, Facts);
        var member = type == "text/plain" ? "text" : "html";
        var body = await RequestBody.ReadTextAsync(http, member, cancellation);
        var request = member == "text" ? new CreateArticleRequest { Text = body } : new CreateArticleRequest { Html = body };
        QueryKeys.Bind(http, request, Facts);
        return request;
    }
}

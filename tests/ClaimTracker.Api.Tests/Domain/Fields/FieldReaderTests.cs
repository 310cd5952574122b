using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Features.Fields;
using ClaimTracker.Api.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Api.Tests.Domain.Fields;

public sealed class FieldReaderTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_field_that_is_made_in_a_group_of_writes_holds_for_the_next_of_them()
    {
        var editor = new Caller(new Actor("Ines Holm", Role.Editor) { UserId = 1 }, Permission.Publish);
        var (before, after) = await host.Services.GetRequiredService<ChangeRunner>().RunAsync(editor, static async change =>
        {
            var before = await FieldReader.AllAsync(change, FieldSubject.Claim);
            var request = new CreateFieldRequest { On = FieldSubject.Claim, Name = "Topic", Type = FieldType.Text };
            await new CreateField().WriteAsync(change, request);
            return (before, await FieldReader.AllAsync(change, FieldSubject.Claim));
        });

        Assert.Empty(before);
        Assert.Equal("Topic", Assert.Single(after).Name);
    }
}

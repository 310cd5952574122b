namespace ClaimTracker.Api.Tests.Web.Validation;

/// <summary>Needs no host: before, a validator that was made before the first host named its fields as C# does for good.</summary>
public sealed class FieldNamesTests
{
    [Fact]
    public void A_field_is_named_as_in_json_whichever_validator_comes_first()
    {
        var claim = new ClaimBody { Text = "It was said.", Claimants = [new ClaimClaimant { Name = " " }] };

        Assert.Equal("claimants[0].name", new ClaimBodyValidator().Validate(claim).Errors.Single().PropertyName);
    }
}

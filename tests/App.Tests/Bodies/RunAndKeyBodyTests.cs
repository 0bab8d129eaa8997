using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Bodies;

/// <summary>Orders of runs and keys of the wrong shape are refused, and nothing starts.</summary>
[Collection(AppTests.Name)]
public sealed class RunAndKeyBodyTests(RunningApp running)
{
    [Theory]
    [InlineData("""{"fiscalYear":"2566","scope":"nation"}""", "run-invalid")]
    [InlineData("""{"fiscalYear":null,"scope":"nation"}""", "run-invalid")]
    [InlineData("""{"fiscalYear":2566.5,"scope":"nation"}""", "run-invalid")]
    [InlineData("""{"fiscalYear":[2566],"scope":"nation"}""", "run-invalid")]
    [InlineData("""{"fiscalYear":2566,"scope":{"agencies":[null]}}""", "run-invalid")]
    [InlineData("""{"fiscalYear":2566,"scope":{"agencies":"A"}}""", "run-scope-invalid")]
    [InlineData("""{"fiscalYear":2566,"scope":{"province":5}}""", "run-scope-invalid")]
    [InlineData("""{"fiscalYear":2566,"scope":{"type":"##################################################"}}""", "run-scope-invalid")]
    [InlineData("""{"fiscalYear":2566,"scope":{"provinces":"ลำปาง"}}""", "run-scope-invalid")]
    [InlineData("""{"fiscalYear":2566,"scope":"nation","kinds":"analysis"}""", "run-kinds-invalid")]
    [InlineData("""{"fiscalYear":2566,"scope":"nation","kinds":[1]}""", "run-kinds-invalid")]
    [InlineData("""{"fiscalYear":2566,"scope":"nation","only":true}""", "run-only-invalid")]
    [InlineData("""{"fiscalYear":2566,"scope":"nation","only":"a\udc00"}""", "run-invalid")]
    public async Task A_run_of_the_wrong_shape_is_refused(string body, string code) =>
        await BodyTests.ProblemAsync(running.Api.PostAsync("runs", new StringContent(body)), code);

    [Theory]
    [InlineData("""{"scope":"agency","agency":"a/b"}""")]
    [InlineData("""{"scope":"agency","agency":null}""")]
    [InlineData("""{"scope":2}""")]
    [InlineData("""{"scope":"assessor","note":7}""")]
    [InlineData("""{"scope":"assessor","note":"a\u2066b"}""")]
    public async Task A_key_of_the_wrong_shape_is_not_made(string body) =>
        await BodyTests.ProblemAsync(running.Api.PostAsync("keys", new StringContent(body)), "key-invalid");

    [Fact]
    public async Task A_key_of_an_agency_with_a_very_long_code_is_not_made() => await BodyTests.ProblemAsync(
        running.Api.PostAsync("keys", new StringContent($$"""{"scope":"agency","agency":"{{new string('A', 41)}}"}""")), "key-invalid");
}

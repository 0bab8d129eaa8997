using System.Net;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

[Collection(AppTests.Name)]
public sealed class HealthTests(RunningApp running)
{
    [Theory]
    [InlineData("../health", "live")]
    [InlineData("../health/live", "live")]
    [InlineData("../health/ready", "ready")]
    public async Task Health_reports_the_process_the_storage_and_the_browser(string path, string status) =>
        Assert.Equal(status, (await running.Api.JsonAsync(path)).Status());

    [Fact]
    public async Task An_unknown_kind_of_health_is_not_found()
    {
        using var answer = await running.Api.GetAsync("../health/soul");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}

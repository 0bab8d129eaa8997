using System.Net;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Surveys;

/// <summary>The page for keys is limited like the API. In an app of its own, whose address has sent no unknown keys.</summary>
[Collection(AppTests.Name)]
public sealed class KeyPageLimitTests(RunningApp running)
{
    [Fact]
    public async Task After_a_hundred_unknown_keys_the_page_says_how_long_to_wait_and_the_operators_key_is_accepted()
    {
        await using var app = await AppInProcess.StartAsync(running.ConnectionString);
        using var http = PatientClient.Of(app.Address);
        for (var tried = 0; tried < 100; tried++)
        {
            using var unknown = await UseAsync(http, $"no key {tried}");
            Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
        }

        using var refused = await UseAsync(http, "no key");
        using var first = await UseAsync(http, AppOnHost.Key);

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.SeeOther), (refused.StatusCode, first.StatusCode));
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains("โปรดรอ", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> UseAsync(HttpClient http, string key)
    {
        using var form = new FormUrlEncodedContent([new("key", key)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/app/key", UriKind.Relative)) { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await http.SendAsync(request);
    }
}

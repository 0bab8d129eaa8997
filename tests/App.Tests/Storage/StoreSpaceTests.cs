using System.Net;
using System.Text.Json;
using Ita.App.Storage;
using Ita.App.Tests.Hosting;
using Ita.Tests;
using Microsoft.Extensions.Configuration;

namespace Ita.App.Tests.Storage;

/// <summary>Nothing is acknowledged that the disk of the store may not keep.</summary>
[Collection(AzuriteTests.Name)]
public sealed class StoreSpaceTests(AzuriteStore azurite) : IDisposable
{
    private const long Megabyte = 1_048_576;

    private readonly string folder = Directory.CreateTempSubdirectory("ita-space-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(0, null, 200, true)]
    [InlineData(0, null, 199, false)]
    [InlineData(0, null, 201, true)]
    [InlineData(5, null, 204, false)]
    [InlineData(5, null, 205, true)]
    [InlineData(5, null, 206, true)]
    [InlineData(0, "10", 9, false)]
    [InlineData(0, "10", 10, true)]
    [InlineData(0, "10", 11, true)]
    [InlineData(0, "much", 199, false)]
    [InlineData(0, "0", 0, true)]
    public void The_limit_is_free_beside_a_new_copy_of_each_file(int saved, string? limit, int free, bool isEnough)
    {
        File.WriteAllBytes(Path.Combine(folder, "__azurite_db_table__.json"), new byte[saved * Megabyte]);
        Assert.Equal(isEnough, Space(folder, limit, _ => free * Megabyte).IsEnough());
    }

    [Fact]
    public void Without_a_folder_there_is_no_limit() => Assert.True(Space("", null, _ => 0).IsEnough());

    [Fact]
    public void A_folder_that_is_gone_is_no_space() => Assert.False(Space(Path.Combine(folder, "gone"), null, _ => long.MaxValue).IsEnough());

    [Fact]
    public void A_disk_that_cannot_be_read_is_no_space() => Assert.False(Space(folder, null, _ => throw new IOException("no disk")).IsEnough());

    [Theory]
    [InlineData("POST", "v1/uploads?name=a.csv")]
    [InlineData("POST", "v1/surveys/2567/X/iit/responses")]
    [InlineData("PUT", "v1/agencies/2567/X")]
    [InlineData("DELETE", "v1/keys/x")]
    public async Task Writes_are_refused_on_a_full_disk(string method, string path)
    {
        await using var app = await FullAsync();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", AppOnHost.Key);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(app.Address, $"/api/{path}"));
        request.Content = new StringContent("{}");
        using var answer = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(60), answer.Headers.RetryAfter!.Delta);
        Assert.Equal("storage-full", JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Pages_say_it_in_Thai_and_reading_goes_on()
    {
        await using var app = await FullAsync();
        using var http = new HttpClient();
        using var posted = await http.PostAsync(new Uri(app.Address, "/api/app/uploads"), new StringContent(""));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, posted.StatusCode);
        Assert.Contains("พื้นที่จัดเก็บข้อมูลไม่พอ", await posted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var read = await http.GetAsync(new Uri(app.Address, "/api/v1/uploads"));
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    [Fact]
    public async Task Ready_names_the_space()
    {
        await using var app = await FullAsync();
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(app.Address, "/api/health/ready"));
        var state = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal((false, true), (state.GetProperty("space").GetBoolean(), state.GetProperty("tables").GetBoolean()));
        Assert.DoesNotContain(folder, state.GetRawText(), StringComparison.Ordinal);
    }

    private static StoreSpace Space(string folder, string? limit, Func<string, long> free) => new(
        new ConfigurationBuilder().AddInMemoryCollection([new(StoreSpace.FolderSetting, folder), new(StoreSpace.LimitSetting, limit)]).Build(), free);

    // No disk has so much free space.
    private Task<AppInProcess> FullAsync() =>
        AppInProcess.StartAsync(azurite.ConnectionString, (StoreSpace.FolderSetting, folder), (StoreSpace.LimitSetting, "1000000000"));
}

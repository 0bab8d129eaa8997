using Ita.App.Tests.Hosting;
using Microsoft.Extensions.Configuration;

namespace Ita.App.Tests.Storage;

public sealed class StorageConnectionTests
{
    [Fact]
    public void A_connection_string_configures_all_three_services()
    {
        var storage = RunningApp.StorageBy(Settings(("", "UseDevelopmentStorage=true")));

        Assert.Equal("http://127.0.0.1:10000/devstoreaccount1", storage.Blobs.Uri.AbsoluteUri);
        Assert.Equal("http://127.0.0.1:10001/devstoreaccount1", storage.Queues.Uri.AbsoluteUri);
        Assert.Equal("http://127.0.0.1:10002/devstoreaccount1", storage.Tables.Uri.AbsoluteUri);
    }

    [Fact]
    public void An_account_name_configures_all_three_services()
    {
        var storage = RunningApp.StorageBy(Settings((":accountName", "ita2569"), (":credential", "managedidentity")));

        Assert.Equal("https://ita2569.blob.core.windows.net/", storage.Blobs.Uri.AbsoluteUri);
        Assert.Equal("https://ita2569.queue.core.windows.net/", storage.Queues.Uri.AbsoluteUri);
        Assert.Equal("https://ita2569.table.core.windows.net/", storage.Tables.Uri.AbsoluteUri);
    }

    [Fact]
    public void A_service_URI_wins_over_the_account_name()
    {
        var storage = RunningApp.StorageBy(Settings((":accountName", "ita2569"), (":tableServiceUri", "https://tables.example/")));

        Assert.Equal("https://ita2569.blob.core.windows.net/", storage.Blobs.Uri.AbsoluteUri);
        Assert.Equal("https://tables.example/", storage.Tables.Uri.AbsoluteUri);
    }

    [Fact]
    public void Missing_settings_are_named_all_of_them()
    {
        var refused = Assert.Throws<InvalidOperationException>(
            () => RunningApp.StorageBy(Settings((":blobServiceUri", "https://blobs.example/"))));

        Assert.Contains("AzureWebJobsStorage__accountName", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "Without address now: AzureWebJobsStorage__queueServiceUri, AzureWebJobsStorage__tableServiceUri.",
            refused.Message,
            StringComparison.Ordinal);
    }

    private static IConfiguration Settings(params (string Part, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"AzureWebJobsStorage{setting.Part}", setting.Value)))
        .Build();
}

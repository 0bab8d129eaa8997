using Ita.App;
using Ita.App.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ita.App.Tests.Hosting;

/// <summary>The app in the process of the test, on a real port and a real store, without worker and host: no trigger
/// fires.</summary>
public sealed class AppInProcess : IAsyncDisposable
{
    private readonly WebApplication site;

    private AppInProcess(WebApplication site)
    {
        this.site = site;
        Address = new Uri(site.Urls.Single());
    }

    public Uri Address { get; }

    public IServiceProvider Services => site.Services;

    /// <param name="settings">Settings that are added to the usual ones or replace them.</param>
    public static async Task<AppInProcess> StartAsync(string storage, params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(AppOnHost.Settings(storage, settings)
            .Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), (string?)pair.Value)));
        builder.Services.AddApp(builder.Configuration);
        var site = builder.Build();
        site.Run(AppServices.BuildPipeline(site.Services));
        await site.StartAsync();
        return new(site);
    }

    public T Get<T>()
        where T : notnull => site.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();
}

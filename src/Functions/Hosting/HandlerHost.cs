using System.Net;

namespace Ita.Functions.Hosting;

/// <summary>
/// How the Functions host wants its custom handler: on 127.0.0.1 and the port it names, whatever ASPNETCORE_URLS says, with our
/// own folder as content root, whatever ASPNETCORE_CONTENTROOT says (contract.md §1: the base image sets both for itself).
/// </summary>
public static class HandlerHost
{
    /// <summary>The port the Functions host calls us on.</summary>
    public const string PortSetting = "FUNCTIONS_CUSTOMHANDLER_PORT";

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(HandlerHost).Assembly.GetName().Name,
        });
        var port = builder.Configuration.GetValue(PortSetting, 8080);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
        });
        LogToStandardOutput(builder);
        return builder;
    }

    // The host records stdout lines as Information and stderr lines as Error, so everything goes to stdout, one JSON object a line.
    private static void LogToStandardOutput(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Ita", LogLevel.Information);
    }
}

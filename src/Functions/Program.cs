using Ita.App;
using Ita.App.Measures;
using Ita.App.Runs;
using Ita.Functions;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// A process that reads one picture and ends.
if (args is [PictureProcess.Argument or PictureProcess.EmblemArgument])
{
    PictureProcess.Serve(args[0], Console.OpenStandardInput(), Console.OpenStandardOutput());
    return;
}

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddApp(builder.Configuration);
builder.Services.AddSingleton<HttpSite>();
builder.Services.AddTelemetry(builder.Configuration);

// Removes Kestrel's limit of 30 MB, which is below that of the host. The host's limit applies; endpoints have smaller
// ones of their own.
builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = null);
var worker = builder.Build();

// Runs in parallel with connecting to the host, which takes about as long.
_ = Task.Run(worker.Services.GetRequiredService<HttpSite>().Build);
worker.Run();

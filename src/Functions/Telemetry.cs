using Azure.Monitor.OpenTelemetry.Exporter;
using Ita.App.Telemetry;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Ita.Functions;

/// <summary>Traces and metrics by OpenTelemetry. docs/operations.md lists them and shows queries.</summary>
/// <remarks><c>OTEL_EXPORTER_OTLP_ENDPOINT</c> exports them by OTLP, <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> to
/// Application Insights. Requests to storage are counted by the metrics of System.Net.Http and not traced, because
/// their URLs contain row keys.</remarks>
internal static class Telemetry
{
    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ApplicationInsights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithTracing(traces => traces.AddSource(ItaTelemetry.Name))
            .WithMetrics(metrics => metrics.AddMeter(ItaTelemetry.Name, "System.Net.Http", "System.Runtime"));
        if (!string.IsNullOrEmpty(configuration[OtlpEndpoint]))
        {
            telemetry.UseOtlpExporter();
        }

        if (!string.IsNullOrEmpty(configuration[ApplicationInsights]))
        {
            telemetry.UseAzureMonitorExporter();
        }
    }
}

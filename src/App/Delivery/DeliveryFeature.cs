using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace Ita.App.Delivery;

/// <summary>Letters to people by e-mail and text message.</summary>
public static class DeliveryFeature
{
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddOptions<DeliveryOptions>()
            .Configure<IConfiguration>((options, configuration) => options.Fill(configuration))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryValidation>();
        services.AddHttpClient(SmsSender.Client)
            // The usual loggers write addresses and headers.
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(services => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = services.GetRequiredService<IOptions<DeliveryOptions>>().Value.Sms?.Address.IsLoopback != true,
            })
            .AddResilienceHandler(SmsSender.Client, LimitTime);
        return services
            .AddSingleton<LetterBox>()
            .AddSingleton<ILetterSender, SmtpSender>()
            .AddSingleton<ILetterSender, SmsSender>()
            .AddSingleton<DeliveryCounts>()
            .AddSingleton<DeliveryWays>()
            .AddSingleton(DeliveryPace.Usual)
            .AddSingleton<DeliverStep>();
    }

    // Only the time is limited here: repeated attempts, with their pauses, are those of the queue.
    private static void LimitTime(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ResilienceHandlerContext context)
    {
        var options = context.ServiceProvider.GetRequiredService<IOptions<DeliveryOptions>>();
        pipeline.AddTimeout(options.Value.Sms?.Limit ?? TimeSpan.FromSeconds(10));
    }
}

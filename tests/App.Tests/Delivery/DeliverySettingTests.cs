using Ita.App.Delivery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ita.App.Tests.Delivery;

/// <summary>Settings that cannot work are refused when the app starts, with the name of the setting and without its secret.</summary>
public sealed class DeliverySettingTests
{
    private const string Smtp = "ITA_SMTP_HOST=mail.example;ITA_SMTP_FROM=a@b.example;";
    private const string Sms = "ITA_SMS_URL=https://sms.example/send;ITA_SMS_SECRET=0123456789abcdef;";

    [Theory]
    [InlineData("")]
    [InlineData(Smtp)]
    [InlineData(Smtp + "ITA_SMTP_SECURITY=none")]
    [InlineData("ITA_SMTP_HOST=localhost;ITA_SMTP_FROM=a@b.example;ITA_SMTP_SECURITY=none;ITA_SMTP_USER=u;ITA_SMTP_PASSWORD=p")]
    [InlineData(Sms)]
    [InlineData("ITA_SMS_URL=http://127.0.0.1:8080/;ITA_SMS_SECRET=0123456789abcdef")]
    [InlineData(Sms + "ITA_SMS_BODY={\"msisdn\":\"{to}\",\"m\":{\"t\":\"{text}\"},\"s\":\"{from}\"}")]
    public void Settings_that_work_are_accepted(string settings) => Assert.Empty(Faults(settings));

    [Theory]
    [InlineData("ITA_SMTP_FROM=a@b.example", "ITA_SMTP_HOST")]
    [InlineData("ITA_SMTP_HOST=mail.example", "ITA_SMTP_FROM")]
    [InlineData("ITA_SMTP_HOST=mail.example;ITA_SMTP_FROM=nobody", "ITA_SMTP_FROM")]
    [InlineData(Smtp + "ITA_SMTP_PORT=0", "ITA_SMTP_PORT")]
    [InlineData(Smtp + "ITA_SMTP_PORT=65536", "ITA_SMTP_PORT")]
    [InlineData(Smtp + "ITA_SMTP_SECURITY=ssl", "ITA_SMTP_SECURITY")]
    [InlineData(Smtp + "ITA_SMTP_USER=u", "ITA_SMTP_PASSWORD")]
    [InlineData(Smtp + "ITA_SMTP_SECURITY=none;ITA_SMTP_USER=u;ITA_SMTP_PASSWORD=hidden-one", "ITA_SMTP_SECURITY")]
    [InlineData(Smtp + "ITA_SMTP_TIMEOUT=00:00:31", "ITA_SMTP_TIMEOUT")]
    [InlineData(Smtp + "ITA_SMTP_CA=/does/not/exist.pem", "ITA_SMTP_CA")]
    [InlineData(Smtp + "ITA_SMTP_REPLY_TO=x", "ITA_SMTP_REPLY_TO")]
    [InlineData("ITA_SMS_SECRET=0123456789abcdef", "ITA_SMS_URL")]
    [InlineData("ITA_SMS_URL=http://sms.example/;ITA_SMS_SECRET=0123456789abcdef", "ITA_SMS_URL")]
    [InlineData("ITA_SMS_URL=https://user:hidden-one@sms.example/;ITA_SMS_SECRET=0123456789abcdef", "ITA_SMS_URL")]
    [InlineData("ITA_SMS_URL=https://sms.example/;ITA_SMS_SECRET=hidden-one", "ITA_SMS_SECRET")]
    [InlineData(Sms + "ITA_SMS_BODY={\"to\":\"{to}\"}", "ITA_SMS_BODY")]
    [InlineData(Sms + "ITA_SMS_BODY={\"to\":{to},\"t\":\"{text}\"}", "ITA_SMS_BODY")]
    [InlineData(Sms + "ITA_SMS_TIMEOUT=0", "ITA_SMS_TIMEOUT")]
    public void Settings_that_cannot_work_are_named(string settings, string name)
    {
        var faults = Faults(settings);

        Assert.Contains(name, Assert.Single(faults), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-one", faults[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_ways_that_are_offered_name_their_sender()
    {
        var ways = Services(Smtp + Sms + "ITA_SMS_FROM=ITA").GetRequiredService<DeliveryWays>();

        Assert.Equal([new(Channel.Phone, "ITA"), new(Channel.Email, "a@b.example")], ways.Configured.ToArray());
        Assert.Empty(Services("").GetRequiredService<DeliveryWays>().Configured);
    }

    private static string[] Faults(string settings)
    {
        try
        {
            _ = Services(settings).GetRequiredService<IOptions<DeliveryOptions>>().Value;
            return [];
        }
        catch (OptionsValidationException fault)
        {
            return [.. fault.Failures];
        }
    }

    private static ServiceProvider Services(string settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))).Build())
        .AddLogging().AddDelivery().BuildServiceProvider();
}

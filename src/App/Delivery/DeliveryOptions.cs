using Microsoft.Extensions.Options;

namespace Ita.App.Delivery;

/// <summary>The ways that are configured.</summary>
public sealed class DeliveryOptions
{
    /// <summary>Null when no mail server is set.</summary>
    public SmtpSettings? Smtp { get; set; }

    /// <summary>Null when no SMS gateway is set.</summary>
    public SmsSettings? Sms { get; set; }

    /// <summary>What is wrong with the settings. No value of a secret is in it.</summary>
    internal ImmutableArray<string> Faults { get; private set; } = [];

    internal void Fill(IConfiguration configuration)
    {
        var reading = new SettingReading(configuration);
        (Smtp, Sms) = (SmtpSettings.Read(reading), SmsSettings.Read(reading));
        Faults = reading.Faults;
    }
}

/// <summary>Refuses to start with settings that cannot work: a password that is never sent is noticed too late.</summary>
internal sealed class DeliveryValidation : IValidateOptions<DeliveryOptions>
{
    public ValidateOptionsResult Validate(string? name, DeliveryOptions options) =>
        options.Faults.IsEmpty ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(options.Faults);
}

/// <summary>Reads settings and collects their faults.</summary>
internal sealed class SettingReading(IConfiguration configuration)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly List<string> faults = [];

    public ImmutableArray<string> Faults => [.. faults];

    /// <summary>Null when the setting is missing or empty.</summary>
    public string? Text(string name) => configuration[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>A secret as it is written, white space included; null when it is missing or empty.</summary>
    public string? Secret(string name) => configuration[name] is { Length: > 0 } text ? text : null;

    public void Fault(string text) => faults.Add(text);

    /// <summary>How long an attempt may take.</summary>
    public TimeSpan Limit(string name, TimeSpan otherwise)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var limit) && limit > TimeSpan.Zero && limit <= Longest)
        {
            return limit;
        }

        Fault($"{name} must be hours:minutes:seconds, more than 00:00:00 and at most {Longest}.");
        return otherwise;
    }

    /// <summary>Faults of settings that have an effect only beside another one.</summary>
    public void Alone(string main, params ReadOnlySpan<string> others)
    {
        foreach (var other in others)
        {
            if (Text(other) is not null)
            {
                Fault($"{other} is set and {main} is not: set {main} too, or remove {other}.");
            }
        }
    }
}

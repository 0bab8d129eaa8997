// A developer's environment: small, stopped when idle.
using '../main.bicep'

param environmentName = 'dev'
param location = readEnvironmentVariable('AZURE_LOCATION', 'southeastasia')
param image = readEnvironmentVariable('ITA_IMAGE', '')

param storageRedundancy = 'Standard_LRS'
param lockStorage = false
param keepDeletedDays = 7
param keepLogsDays = 30

param minReplicas = 0
param maxReplicas = 2
param cores = '1.0'

param alertAddress = readEnvironmentVariable('ITA_ALERT_ADDRESS', '')
param operatorGroupId = readEnvironmentVariable('ITA_OPERATOR_GROUP', '')

param settings = {
  // 2 January, 10:00 in Bangkok; Azure counts in UTC.
  ANNUAL_SCHEDULE: '0 0 3 2 1 *'
  // Delivery of one-time passwords; without a host or an address, that way is not offered.
  ITA_SMTP_HOST: readEnvironmentVariable('ITA_SMTP_HOST', '')
  ITA_SMTP_FROM: readEnvironmentVariable('ITA_SMTP_FROM', '')
  ITA_SMTP_USER: readEnvironmentVariable('ITA_SMTP_USER', '')
  ITA_SMS_URL: readEnvironmentVariable('ITA_SMS_URL', '')
  ITA_SMS_BODY: readEnvironmentVariable('ITA_SMS_BODY', '')
  ITA_SMS_FROM: readEnvironmentVariable('ITA_SMS_FROM', '')
}

// Keys are read from environment variables of the deployment and are not stored in a file.
param operatorKey = readEnvironmentVariable('ITA_OPERATOR_KEY')
param eventKey = readEnvironmentVariable('ITA_EVENT_KEY')
param hostKey = readEnvironmentVariable('ITA_HOST_KEY')
param smtpPassword = readEnvironmentVariable('ITA_SMTP_PASSWORD', '')
param smsSecret = readEnvironmentVariable('ITA_SMS_SECRET', '')

/** Times that a test can wait for; everything else is as a stranger starts it. */
export const QUICK = {
  PAY_WITHIN_SECONDS: '12',
  LAST_CALL_SECONDS: '1',
  CARRIER_DISPATCH_SECONDS: '15',
  CARRIER_DELIVER_SECONDS: '3',
  CARRIER_RETURN_SECONDS: '2',
  AUDIT_GRACE_SECONDS: '1',
  LOG_LEVEL: 'info',
};
